import { openSubject, subjectTitle } from '@/features/subject/open-subject'

export const generateMetadata = subjectTitle('target')

export default openSubject('target')
